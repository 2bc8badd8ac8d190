/** How a Kafka cluster is reached, said once for all clients that a process makes. */
package org.kuroshio.schemas.cluster;
