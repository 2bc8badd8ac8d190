/** Whether the database holds what the topics hold. */
package org.kuroshio.warehouse.reconcile;
