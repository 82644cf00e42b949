/**
 * The promises of the service under faults: the packaged jar in processes of their own,
 * real signals, a real PostgreSQL, a fake endpoint and its ledger. Each case ends with
 * the {@link dev.babyagi.faults.PromiseOracle}. The short form runs in
 * {@code ./mvnw verify}, the long one in {@code ./mvnw verify -Pfaults}.
 */
package dev.babyagi.faults;
