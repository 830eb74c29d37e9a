/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

/**
 * An import that stopped after some of its chunks were committed: {@link #imported()} tells how far it came, and the cause why it
 * stopped.
 *
 * <pre>{@code
 * } catch (ImportStoppedException e) {
 *     saved = e.imported().position();
 * }
 * }</pre>
 *
 * <p>Go on with {@link Importing#startingAt} that position. Where the connection was lost while a chunk was committed, that chunk may
 * be in as well; to write it again changes nothing, but for what {@link Updating#add} adds.
 *
 * @since 0.1
 */
public final class ImportStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Imported imported;

    ImportStoppedException(Imported imported, Throwable cause) {
        super(
                "The import stopped. The first " + imported.position() + " candidates of the input are done with: "
                        + imported + ". Go on with startingAt(" + imported.position() + ") once its cause is gone: "
                        + cause,
                cause);
        this.imported = imported;
    }

    /** What is committed. Not serialized: what has come from another JVM tells it in its message alone. */
    public Imported imported() {
        return imported;
    }
}
