/** The HTTP interface: addresses, parameters, problems, limits, and what every answer carries. */
package org.kuroshio.serve.http;
