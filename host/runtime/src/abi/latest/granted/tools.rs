//! `tools`: named native programs in a sandbox of the operating system.

use super::{Answer, failure};
use crate::abi::latest::imports::batuta::plugin::{tools, types::Error};
use crate::state::{Blob, State};
use wasmtime::Result;
use wasmtime::component::Resource;

/// Most arguments, and bytes of all of them together.
const ARGUMENTS: usize = 1000;
const ARGUMENT_BYTES: usize = 128 << 10;

impl tools::Host for State {
    fn run(
        &mut self,
        name: String,
        arguments: Vec<String>,
        stdin: Option<Resource<Blob>>,
    ) -> Result<Answer<tools::Outcome>> {
        self.call.enter_step()?;
        let stdin = match stdin {
            Some(blob) => self.table.delete(blob)?.bytes,
            None => [].into(),
        };
        let granted = self.call.powers.tools.clone().filter(|(names, _)| names.contains(&name));
        let Some((_, tools)) = granted else { return Ok(self.call.deny(&format!("tools={name}"))) };
        self.call.used_capability = true;
        let bytes: usize = arguments.iter().map(String::len).sum();
        if arguments.len() > ARGUMENTS || bytes > ARGUMENT_BYTES || arguments.iter().any(|it| it.contains('\0')) {
            return Ok(Err(Error::InvalidInput(format!(
                "at most {ARGUMENTS} arguments of {ARGUMENT_BYTES} bytes in all"
            ))));
        }
        let outcome = tools.run(&name, &arguments, &stdin, self.call.time_left()).map_err(failure);
        // The guest's deadline went on meanwhile.
        self.call.check_time()?;
        Ok(match outcome {
            Ok(outcome) => Ok(tools::Outcome {
                exit_code: outcome.exit_code,
                stdout: self.table.push(Blob { bytes: outcome.stdout.into() })?,
                stderr: self.table.push(Blob { bytes: outcome.stderr.into() })?,
            }),
            Err(error) => Err(error),
        })
    }
}
