/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.joined;

import jakarta.persistence.Entity;

@Entity
public class Lorry extends Vehicle {
    private int tons;
}
