/** The hot functions by themselves, under JMH, and what the index of entities weighs. */
package org.kuroshio.bench.hot;
