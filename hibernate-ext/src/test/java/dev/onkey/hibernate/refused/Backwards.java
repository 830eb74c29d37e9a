/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import jakarta.persistence.AttributeConverter;

/** Stores text in a way that its instance does not show. */
public final class Backwards implements AttributeConverter<String, String> {

    @Override
    public String convertToDatabaseColumn(String value) {
        return value == null ? null : new StringBuilder(value).reverse().toString();
    }

    @Override
    public String convertToEntityAttribute(String value) {
        return convertToDatabaseColumn(value);
    }
}
