/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.guests;

public interface KeyedGuests extends Keyed<Guest> {}
