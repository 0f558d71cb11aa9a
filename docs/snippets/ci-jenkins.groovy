pipeline {
  agent { label 'mail-network' }
  triggers { cron('H 5 * * *') }
  stages {
    stage('validate') {
      steps {
        sh 'mvn -B -s ci/settings.xml relay:validate'
      }
    }
    stage('check') {
      when { not { changeRequest() } }
      steps {
        withCredentials([
          usernamePassword(credentialsId: 'exchange-reader', usernameVariable: 'EXCHANGE_USER', passwordVariable: 'EXCHANGE_PASSWORD'),
          usernamePassword(credentialsId: 'sql-reader', usernameVariable: 'SQL_USER', passwordVariable: 'SQL_PASSWORD')
        ]) {
          sh 'mvn -B -s ci/settings.xml relay:check'
        }
      }
      post {
        always {
          junit 'target/relay/TEST-relay.xml'
          archiveArtifacts artifacts: 'target/relay/**'
        }
      }
    }
  }
}
