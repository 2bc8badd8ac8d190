/** Tests of what its main package promises. */
package org.kuroshio.serve.http;
