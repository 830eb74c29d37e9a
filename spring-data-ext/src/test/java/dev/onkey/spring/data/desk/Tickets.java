/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.desk;

import org.springframework.data.jpa.repository.JpaRepository;

public interface Tickets extends JpaRepository<Ticket, Long> {}
