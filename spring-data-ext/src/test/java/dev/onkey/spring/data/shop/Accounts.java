/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

public interface Accounts extends JpaRepository<Account, Long>, UpsertRepository<Account> {

    @Transactional
    @Modifying
    @Query("update Account set phone = :phone")
    int setPhoneOfAll(String phone);
}
