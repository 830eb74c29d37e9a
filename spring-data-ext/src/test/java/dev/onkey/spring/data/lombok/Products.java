/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.lombok;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Products extends JpaRepository<Product, Long>, UpsertRepository<Product> {}
