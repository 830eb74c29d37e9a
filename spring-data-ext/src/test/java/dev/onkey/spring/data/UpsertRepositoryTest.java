/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.ImportStoppedException;
import dev.onkey.hibernate.upsert.Imported;
import dev.onkey.hibernate.upsert.Importing;
import dev.onkey.hibernate.upsert.Updating;
import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import dev.onkey.spring.data.shop.Voucher;
import dev.onkey.spring.data.shop.Vouchers;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource
class UpsertRepositoryTest {
    private final Shop shop;
    private final Accounts accounts;
    private final Vouchers vouchers;
    private final TransactionTemplate transaction;

    UpsertRepositoryTest(Shop shop) {
        this.shop = shop;
        accounts = shop.get(Accounts.class);
        vouchers = shop.get(Vouchers.class);
        transaction = shop.get(TransactionTemplate.class);
    }

    @BeforeEach
    void empty() {
        accounts.deleteAll();
        vouchers.deleteAll();
    }

    @Test
    void getOrCreateCreatesOnceAndNeverOverwrites() {
        Account created = accounts.getOrCreate(ann("Ann"));
        Account found = accounts.getOrCreate(ann("Anna"));

        assertThat(found.id()).isNotNull().isEqualTo(created.id());
        assertThat(found.name()).isEqualTo("Ann");
        assertThat(accounts.count()).isOne();
    }

    @Test
    void getOrCreateReturnsTheManagedEntityOfTheTransaction() {
        Account candidate = ann("Ann");
        transaction.executeWithoutResult(status -> {
            Account created = accounts.getOrCreate(candidate);

            assertThat(created).isNotSameAs(candidate);
            assertThat(isManaged(created)).isTrue();
            assertThat(isManaged(candidate)).isFalse();
            assertThat(accounts.getOrCreate(ann("Anna"))).isSameAs(created);
            assertThat(accounts.findById(created.id())).containsSame(created);
        });
        assertThat(accounts.count()).isOne();
    }

    @Test
    void aCallBelongsToTheTransactionAroundIt() {
        transaction.executeWithoutResult(status -> {
            accounts.getOrCreate(ann("Ann"));
            vouchers.insertIfAbsent(new Voucher("first", 1));
            accounts.upsertAll(List.of(bob("Bob")));
            status.setRollbackOnly();
        });

        assertThat(accounts.count()).isZero();
        assertThat(vouchers.count()).isZero();
    }

    @Test
    void getsOrCreatesMany() {
        Account ann = accounts.getOrCreate(ann("Ann"));

        List<Account> got = accounts.getOrCreateAll(List.of(ann("x"), bob("Bob")));

        assertThat(got).extracting(Account::name).containsExactly("Ann", "Bob");
        assertThat(got.get(0).id()).isEqualTo(ann.id());
        assertThat(accounts.count()).isEqualTo(2);
    }

    @Test
    void importsAStreamInOneTransaction() {
        Importing<Account> importing = Importing.of(Account.class).chunksOf(1);

        Imported imported = accounts.upsertAll(Stream.of(ann("Ann"), bob("Bob"), ann("Anna")), importing);

        assertThat(List.of(imported.created(), imported.updated())).containsExactly(2L, 1L);
        assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
                .isThrownBy(() -> accounts.upsertAll(Stream.of(ann("never"), null), importing));
        assertThat(accounts.findAll()).extracting(Account::name).containsExactlyInAnyOrder("Anna", "Bob");
    }

    @Test
    void importsAStreamInChunks() {
        Importing<Account> importing = Importing.of(Account.class).chunksOf(1);

        assertThatExceptionOfType(ImportStoppedException.class)
                .isThrownBy(() -> accounts.upsertInChunks(Stream.of(ann("Ann"), null), importing))
                .satisfies(e -> assertThat(e.imported().position()).isOne());
        assertThat(accounts.count()).isOne();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> accounts.upsertInChunks(Stream.of(bob("Bob")), importing)));
        assertThat(accounts.count()).isOne();
    }

    @Test
    void insertIfAbsentInsertsOnce() {
        UpsertedRow first = vouchers.insertIfAbsent(new Voucher("first", 1));
        UpsertedRow second = vouchers.insertIfAbsent(new Voucher("first", 2));

        assertThat(first).isEqualTo(new UpsertedRow("first", Outcome.CREATED));
        assertThat(second).isEqualTo(new UpsertedRow("first", Outcome.UNCHANGED));
        assertThat(vouchers.findById("first").orElseThrow().serial()).isOne();
    }

    @Test
    void upsertTellsWhatItDid() {
        Upserted<Account> created = accounts.upsert(ann("Ann"));
        Upserted<Account> unchanged = accounts.upsert(ann("Ann"));
        Upserted<Account> updated = accounts.upsert(ann("Anna"));

        assertThat(List.of(created.outcome(), unchanged.outcome(), updated.outcome()))
                .containsExactly(Outcome.CREATED, Outcome.UNCHANGED, Outcome.UPDATED);
        assertThat(unchanged.entity().version()).isEqualTo(created.entity().version());
        assertThat(updated.entity().name()).isEqualTo("Anna");
        assertThat(updated.entity().id()).isEqualTo(created.entity().id());
    }

    @Test
    void writesManyAsChosenAndInsertsManyThatAreAbsent() {
        accounts.upsertAll(List.of(ann("Ann")));

        assertThat(accounts.upsertAll(List.of(ann("x"), bob("Bob")), Updating.nothing()))
                .extracting(UpsertedRow::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.CREATED);
        assertThat(accounts.insertAllIfAbsent(List.of(ann("y"), bob("z"))))
                .extracting(UpsertedRow::outcome)
                .containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void upsertAllAnswersInTheOrderOfTheCandidates() {
        Account stored = accounts.save(bob("Bob"));

        List<UpsertedRow> rows = accounts.upsertAll(List.of(ann("Ann"), bob("Robert")));

        assertThat(rows).extracting(UpsertedRow::outcome).containsExactly(Outcome.CREATED, Outcome.UPDATED);
        assertThat(rows.get(1).id()).isEqualTo(stored.id());
        assertThat(accounts.findById((Long) rows.get(0).id()).orElseThrow().email())
                .isEqualTo("ann@x.org");
    }

    @Test
    void findsAndMakesByTheValuesOfTheKey() {
        Map<String, Object> key = Map.of("email", "ann@x.org");
        assertThat(accounts.findByNaturalKey(key)).isEmpty();

        Account made = accounts.getOrCreate(key, () -> ann("Ann"));
        Account found = accounts.getOrCreate(key, () -> fail("called"));

        assertThat(found.id()).isEqualTo(made.id());
        assertThat(accounts.findByNaturalKey(key))
                .hasValueSatisfying(account -> assertThat(account.name()).isEqualTo("Ann"));
        assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
                .isThrownBy(() -> accounts.findByNaturalKey(Map.of("mail", "ann@x.org")))
                .withMessageContaining("it has no attribute 'mail'");
    }

    @Test
    void upsertWritesWhatIsChosen() {
        accounts.upsert(ann("Ann"));

        Upserted<Account> upserted = accounts.upsert(new Account("ann@x.org", "9", "Anna"), Updating.only("name"));

        assertThat(upserted.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(upserted.entity().name()).isEqualTo("Anna");
        assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
                .isThrownBy(() -> accounts.upsert(ann("Ann"), Updating.only("nmae")))
                .withMessageContaining("it has no attribute 'nmae'");
    }

    @Test
    @DisplayName("the same outside any transaction")
    void eachCallHasATransactionOfItsOwnWhereThereIsNone() {
        Account created = accounts.getOrCreate(ann("Ann"));

        assertThat(accounts.getOrCreate(ann("Anna")).id()).isEqualTo(created.id());
        assertThat(accounts.insertIfAbsent(ann("Anna")).id()).isEqualTo(created.id());
        assertThat(accounts.findAll()).extracting(Account::name).containsExactly("Ann");
    }

    @Test
    void repositoriesOfDifferentEntitiesShareTheImplementation() {
        Account account = accounts.getOrCreate(ann("Ann"));
        Voucher voucher = vouchers.getOrCreate(new Voucher("first", 1));

        assertThat(accounts.findById(account.id())).isPresent();
        assertThat(vouchers.findById(voucher.code())).isPresent();
        assertThat(shop.context().getBeansOfType(UpsertRepository.class).values())
                .filteredOn(OnkeyUpserts.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aHitOnAnotherKeyIsADuplicate() {
        accounts.save(bob("Bob"));
        Account annWithBobsPhone = new Account("ann@x.org", "2", "Ann");

        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> accounts.upsert(annWithBobsPhone))
                .satisfies(e -> assertThat(e.attributes()).containsExactly("phone"));
        assertThat(accounts.findAll()).extracting(Account::name).containsExactly("Bob");
    }

    @Test
    void aCandidateThatCouldNeverBeFoundAgainIsRefused() {
        assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
                .isThrownBy(() -> accounts.upsert(new Account(null, "1", "Nobody")))
                .withMessageContaining("email");
    }

    private boolean isManaged(Account account) {
        return SharedEntityManagerCreator.createSharedEntityManager(shop.get(EntityManagerFactory.class))
                .contains(account);
    }

    private static Account ann(String name) {
        return new Account("ann@x.org", "1", name);
    }

    private static Account bob(String name) {
        return new Account("bob@x.org", "2", name);
    }
}
