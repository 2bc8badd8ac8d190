/** The database: how it is reached, what is in it, and one that starts with a demo. */
package org.kuroshio.warehouse.database;
