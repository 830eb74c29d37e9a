/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.diary;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;

/** Who wrote it and when. */
@Embeddable
public class Audit {
    @CreatedDate
    private Instant created;

    @LastModifiedDate
    private Instant modified;

    @CreatedBy
    private String author;

    @LastModifiedBy
    private String editor;

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    public String author() {
        return author;
    }

    public String editor() {
        return editor;
    }
}
