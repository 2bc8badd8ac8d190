/**
 * What a run would make of a cluster: topics, access rules, groups, transactional ids, connectors,
 * and how the cluster differs from it today. Changes nothing.
 */
package org.kuroshio.standalone.plan;
