/**
 * The topic registry: what each topic is called, holds, keeps and guarantees, and the check that a
 * cluster agrees.
 */
package org.kuroshio.schemas.topic;
