/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static dev.onkey.samples.benchmarks.upsert.Discipline.BULK;
import static dev.onkey.samples.benchmarks.upsert.Discipline.CREATE;
import static dev.onkey.samples.benchmarks.upsert.Discipline.GET;
import static dev.onkey.samples.benchmarks.upsert.Discipline.GROWTH;
import static dev.onkey.samples.benchmarks.upsert.Discipline.HOT_KEY;
import static dev.onkey.samples.benchmarks.upsert.Discipline.ONE_ROW;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/** All contestants, on one database. */
final class Field implements AutoCloseable {

    static final String JDBC_MULTI_ROW = "JDBC, multi-row";
    static final String JDBC_ROW = "JDBC, one by one + row";
    static final String LOAD_DATA = "LOAD DATA";
    static final String LOAD_DATA_IDS = "LOAD DATA + ids";
    static final String SAVE_ALL = "saveAll";
    static final String NATURAL_ID_LOAD = "Hibernate, natural id";
    static final String ONKEY_UPSERT_ALL = "Onkey upsertAll";
    static final String ONKEY_IMPORT = "Onkey import";
    static final String ONKEY_STAGED_IMPORT = "Onkey import, staged";
    static final String ONKEY_UPSERT = "Onkey upsert";
    static final String ONKEY_GET_OR_CREATE = "Onkey getOrCreate";

    private static final Set<Discipline> MANY = Set.of(BULK, GROWTH);
    private static final Set<Discipline> ONE = Set.of(ONE_ROW, HOT_KEY);
    private static final Set<Discipline> ANY = Set.of(BULK, GROWTH, ONE_ROW, HOT_KEY);

    private final HikariDataSource pool;
    private final HikariDataSource loading;
    private final SessionFactory plain;
    private final SessionFactory onkey;
    private final SessionFactory onkeyLoading;
    private final ItemTable items;
    private final ItemTable assigned;
    private final Chunks chunks;
    private final List<Entry> entries = new ArrayList<>();

    Field(Pools pools, int chunk) {
        this.pool = pools.open("");
        this.loading = pools.open("&allowLoadLocalInfile=true");
        this.plain = Pools.hibernate(pool, false, chunk);
        this.onkey = Pools.hibernate(pool, true, chunk);
        this.onkeyLoading = Pools.hibernate(loading, true, chunk);
        this.items = new ItemTable(pool, "item", false);
        this.assigned = new ItemTable(pool, "assigned_item", true);
        this.chunks = new Chunks(chunk);
        byHand();
        libraries();
        onkey();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What one contestant enters for. */
    List<Entry> entries(String contestant) {
        return entries.stream().filter(each -> each.name().equals(contestant)).toList();
    }

    void createTables() throws SQLException {
        items.create();
        assigned.create();
    }

    /** The connections of all but those that need others. */
    DataSource pool() {
        return pool;
    }

    private void byHand() {
        Transactions jdbc = new Transactions(pool);
        Transactions load = new Transactions(loading);
        String option = "a connection of its own with `allowLoadLocalInfile=true`";
        add("JDBC, one by one", Kind.BY_HAND, ANY, new JdbcOneByOne(jdbc, false), "");
        add(JDBC_ROW, Kind.BY_HAND, ONE, new JdbcOneByOne(jdbc, true), "reads the row, as `upsert` does");
        add(JDBC_MULTI_ROW, Kind.BY_HAND, MANY, new JdbcMultiRow(jdbc, chunks, false), "");
        add(BULK.baseline(), Kind.BY_HAND, MANY, new JdbcMultiRow(jdbc, chunks, true), "a `SELECT` for each statement");
        add("JDBC, batch", Kind.BY_HAND, MANY, new JdbcBatch(jdbc, chunks), "ids as `getGeneratedKeys` has them");
        add(LOAD_DATA, Kind.BY_HAND, MANY, new LoadData(load, false), option);
        add(LOAD_DATA_IDS, Kind.BY_HAND, MANY, new LoadData(load, true), option + ", and a `SELECT … JOIN`");
        add(GET.baseline(), Kind.BY_HAND, Set.of(GET, CREATE), new JdbcSelect(jdbc), "");
    }

    private void libraries() {
        Transactions jdbc = new Transactions(pool);
        add(SAVE_ALL, Kind.LIBRARY, MANY, new SaveAll(plain, chunks), "finds the ids first, with one query a chunk");
        add("find, save, catch", Kind.LIBRARY, ANY, new FindThenSave(plain, true), "");
        add("find, save, catch", Kind.LIBRARY, Set.of(GET, CREATE), new FindThenSave(plain, false), "");
        add(NATURAL_ID_LOAD, Kind.LIBRARY, Set.of(GET), new NaturalIdLoad(plain), "never creates");
        entries.add(new Entry(
                "Hibernate upsertMultiple",
                Kind.LIBRARY,
                MANY,
                assigned,
                new UpsertMultiple(plain),
                "knows no natural key: a table of its own, whose ids the application has assigned and knows"));
        add("HQL on conflict", Kind.LIBRARY, ANY, new HqlOnConflict(plain, chunks), "");
        add("jOOQ", Kind.LIBRARY, ANY, new JooqUpsert(jdbc, chunks), "");
        add(
                "Jimmer",
                Kind.LIBRARY,
                Set.of(BULK, GROWTH, ONE_ROW),
                JimmerUpsert.reading(jdbc, chunks),
                "reads before it writes; not on the hot key, where it throws when it has lost a race");
        add(
                "Jimmer, sole key",
                Kind.LIBRARY,
                ANY,
                JimmerUpsert.upserting(jdbc, chunks),
                "told that the table has no other unique key, which is not so");
    }

    private void onkey() {
        add(ONKEY_UPSERT_ALL, Kind.ONKEY, ANY, new OnkeyUpsertAll(onkey), "");
        add(ONKEY_IMPORT, Kind.ONKEY, MANY, new OnkeyImport(onkey), "tells how many rows had each outcome, and no ids");
        add(
                ONKEY_STAGED_IMPORT,
                Kind.ONKEY,
                MANY,
                new OnkeyImport(onkeyLoading),
                "the same, on connections with `allowLoadLocalInfile=true`");
        add(ONKEY_UPSERT, Kind.ONKEY, ONE, new OnkeyUpsert(onkey), "returns the managed entity");
        add(
                ONKEY_GET_OR_CREATE,
                Kind.ONKEY,
                Set.of(GET, CREATE),
                new OnkeyGetOrCreate<>(onkey, ItemEntity::new, each -> each.id),
                "");
        add(
                ONKEY_GET_OR_CREATE + ", @NaturalId",
                Kind.ONKEY,
                Set.of(GET, CREATE),
                new OnkeyGetOrCreate<>(onkey, NaturalIdItem::new, each -> each.id),
                "the entity that Hibernate loads by natural id");
    }

    private void add(String name, Kind kind, Set<Discipline> disciplines, Contestant contestant, String note) {
        entries.add(new Entry(name, kind, disciplines, items, contestant, note));
    }

    @Override
    public void close() {
        onkeyLoading.close();
        onkey.close();
        plain.close();
        loading.close();
        pool.close();
    }
}
