/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.isolation;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;

interface Counters extends JpaRepository<Counter, Long>, UpsertRepository<Counter> {}
