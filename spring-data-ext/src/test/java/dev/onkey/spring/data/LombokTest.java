/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.spring.data.lombok.Product;
import dev.onkey.spring.data.lombok.ProductApplication;
import dev.onkey.spring.data.lombok.Products;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class LombokTest {

    @Test
    void anEntityOfLombokIsUpserted() {
        try (ConfigurableApplicationContext context =
                BootApplications.start("onkey_spring_lombok", ProductApplication.class)) {
            Products products = context.getBean(Products.class);
            Product created = products.getOrCreate(
                    Product.builder().code("p").name("Pencil").build());
            Upserted<Product> updated = products.upsert(
                    Product.builder().code("p").name("Pen").stock(5).build());

            assertThat(created.getStock()).isOne();
            assertThat(updated.outcome()).isEqualTo(Outcome.UPDATED);
            assertThat(updated.entity().getId()).isEqualTo(created.getId());
            assertThat(updated.entity().getName()).isEqualTo("Pen");
            assertThat(updated.entity().getStock()).isEqualTo(5);
            assertThat(updated.entity().getVersion()).isOne();
        }
    }
}
