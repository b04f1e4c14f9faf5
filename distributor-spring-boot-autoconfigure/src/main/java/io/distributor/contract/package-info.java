/**
 * What clients and backend say to each other, made of annotated handlers and event
 * interfaces, as TypeScript and as an AsyncAPI document.
 */
@NullMarked
package io.distributor.contract;

import org.jspecify.annotations.NullMarked;
