/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of an entity, by name. Immutable. */
record Row(Map<String, Object> values) {

    Row {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    Object get(String attribute) {
        return values.get(attribute);
    }

    Long id() {
        return (Long) get("id");
    }

    Row with(String attribute, Object value) {
        return with(Collections.singletonMap(attribute, value));
    }

    Row with(Map<String, Object> changes) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.putAll(changes);
        return new Row(changed);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((attribute, value) -> text.append(text.isEmpty() ? "" : ", ")
                .append(attribute)
                .append('=')
                .append(value instanceof String ? "'" + value + "'" : value));
        return "{" + text + "}";
    }
}
