def accepted = new File(basedir, 'accepted.yaml')
accepted.setText(accepted.getText('UTF-8').replace('TODAY+90', java.time.LocalDate.now().plusDays(90).toString()), 'UTF-8')
