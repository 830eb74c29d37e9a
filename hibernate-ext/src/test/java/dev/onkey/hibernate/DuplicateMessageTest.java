/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What a duplicate says, and what it keeps to itself. */
class DuplicateMessageTest {

    @Test
    void theMessageHasNoValueUnlessTheApplicationWantsIt() {
        String plain = duplicate(false).getMessage();
        assertThat(plain)
                .isEqualTo("Account already exists: tenant, email (unique key 'ux_account' of table 'Account',"
                        + " its natural key)");
        assertThat(duplicate(true)).hasMessageMatching(Pattern.quote(plain) + ": '\\d+-a@x.org'");
    }

    @Test
    void itIsSerializable() throws IOException, ClassNotFoundException {
        DuplicateEntityException duplicate = duplicate(false);
        assertThat(duplicate.entity()).isInstanceOf(Account.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(duplicate);
        }
        DuplicateEntityException read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (DuplicateEntityException) in.readObject();
        }
        assertThat(read).hasMessage(duplicate.getMessage());
        assertThat(read.key()).isEqualTo(duplicate.key());
        assertThat(read.getSQLState()).isEqualTo("23000");
        assertThat(read.entity()).isNull();
        assertThat(read.values()).isEmpty();
    }

    private static DuplicateEntityException duplicate(boolean showValues) {
        try (TestFactory factory = TestFactory.of("dup_message", Tenant.class, Account.class, Event.class)
                        .set(OnkeySettings.DUPLICATE_VALUES, showValues)
                        .build();
                Session session = factory.sessions().openSession()) {
            session.beginTransaction();
            Tenant tenant = new Tenant("t");
            session.persist(tenant);
            Throwable thrown = catchThrowable(() ->
                    List.of("1", "2").forEach(phone -> session.persist(new Account(tenant, "a@x.org").phone(phone))));
            session.getTransaction().rollback();
            return DuplicateEntityException.findIn(thrown).orElseThrow();
        }
    }
}
