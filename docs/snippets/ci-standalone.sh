unzip -q relay-*-standalone.zip
relay-*/bin/relay check -s ci/settings.xml --failOn warning --outputDirectory "build/mail relay"
