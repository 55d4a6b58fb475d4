/**
 * The tables of a lake: names, columns, schemas and constraints; the only place that spells them.
 */
package io.tapedeck.lake.table;
