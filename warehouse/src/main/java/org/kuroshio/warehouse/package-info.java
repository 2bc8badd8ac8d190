/** The tables where analysts query: feeds by Connect sinks that others maintain. */
package org.kuroshio.warehouse;
