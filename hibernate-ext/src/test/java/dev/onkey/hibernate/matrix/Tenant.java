/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import jakarta.persistence.Entity;

/** The far end of associations. */
@Entity(name = "Tenant")
class Tenant extends Row {

    Tenant() {}

    Tenant(long id) {
        super(id);
    }
}
