package org.relaycheck.resource.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relaycheck.standin.exchange.Entry;
import org.relaycheck.standin.powershell.Hash;
import org.relaycheck.standin.powershell.Shell;
