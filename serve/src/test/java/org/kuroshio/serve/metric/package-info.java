/** Tests of what is measured, and of the files that read it. */
package org.kuroshio.serve.metric;
