/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.guests;

import dev.onkey.spring.data.UpsertRepository;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Guests extends JpaRepository<Guest, Long>, UpsertRepository<Guest> {

    List<Guest> findBySeatLessThan(int seat);
}
