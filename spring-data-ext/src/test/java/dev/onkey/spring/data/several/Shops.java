/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.several;

import dev.onkey.spring.data.UpsertRepository;
import dev.onkey.spring.data.shop.Account;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.NoRepositoryBean;

/** Accounts of two shops, each with a database of its own: the same entity in two persistence units. */
public final class Shops {

    private Shops() {}

    @NoRepositoryBean
    public interface Accounts extends JpaRepository<Account, Long>, UpsertRepository<Account> {}

    public interface NorthAccounts extends Accounts {}

    public interface SouthAccounts extends Accounts {}
}
