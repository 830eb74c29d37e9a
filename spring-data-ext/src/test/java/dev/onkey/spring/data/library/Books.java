/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

import dev.onkey.spring.data.UpsertRepository;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Books extends JpaRepository<Book, Long>, Lending, UpsertRepository<Book>, Shared<Book> {

    interface Titled {
        String getTitle();
    }

    record Stock(String isbn, int copies) {}

    List<Titled> findTitledByCopiesGreaterThan(int copies);

    Stock findStockByIsbn(String isbn);

    <P> P findByIsbn(String isbn, Class<P> projection);
}
