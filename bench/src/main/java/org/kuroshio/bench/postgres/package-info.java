/** PostgreSQL: entities upserted in batches, and a trigger that keeps the cells. */
package org.kuroshio.bench.postgres;
