/**
 * Topics of small records that a server keeps whole: how sources are doing, what was rejected,
 * which alerts there are.
 */
package org.kuroshio.serve.record;
