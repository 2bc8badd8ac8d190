/**
 * The founding paper as a source: what it must say once its rows have become events, counted here
 * without the product's engine.
 */
package org.kuroshio.standalone.paper;
