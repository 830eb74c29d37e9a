/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.diary;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Entries extends JpaRepository<Entry, Long>, UpsertRepository<Entry> {}
