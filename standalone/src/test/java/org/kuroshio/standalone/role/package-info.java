/** Tests of how parts are run together. */
package org.kuroshio.standalone.role;
