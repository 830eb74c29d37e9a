/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.KeyUniqueConstraint;
import org.babyfish.jimmer.sql.Table;

/** An item that denies its second unique key: without that Jimmer uses no {@code ON DUPLICATE KEY UPDATE}. */
@Entity
@Table(name = "item")
@KeyUniqueConstraint(noMoreUniqueConstraints = true)
public interface JimmerSoleKeyItem extends JimmerValues {}
