/**
 * What a server knows of the events behind the tables: an index that grows cut by cut, what
 * happened in each of the latest cuts, and the milestones.
 */
package org.kuroshio.serve.knowledge;
