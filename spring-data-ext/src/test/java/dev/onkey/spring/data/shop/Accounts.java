/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Accounts extends JpaRepository<Account, Long>, UpsertRepository<Account> {}
