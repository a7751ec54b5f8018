//! Redirections.

use super::Interp;
use crate::ast::{self, RedirectOp, Target};
use crate::{Flow, Redirect, Shell};

impl Interp {
    pub(super) fn redirects(&self, sh: &mut Shell, redirects: &[ast::Redirect]) -> Result<Vec<Redirect>, Flow> {
        let mut out = vec![];
        for redirect in redirects {
            self.one_redirect(sh, redirect, &mut out)?;
        }
        Ok(out)
    }

    fn one_redirect(&self, sh: &mut Shell, redirect: &ast::Redirect, out: &mut Vec<Redirect>) -> Result<(), Flow> {
        let fd = |default: i32| redirect.fd.map_or(default, |fd| fd as i32);
        let word = match &redirect.target {
            Target::HereDoc(number) => {
                let body = self.docs.get(*number).cloned().unwrap_or_default();
                let text = self.value(sh, &body)?;
                out.push(Redirect::here(fd(0), text).named(redirect.fd_name.as_deref()));
                return Ok(());
            }
            Target::Word(word) => word,
        };
        let value = if sh.bash() && redirect.op != RedirectOp::HereString {
            let mut fields = vec![];
            self.fields(sh, word, &mut fields)?;
            sh.one_path(fields)
        } else {
            self.value(sh, word)?
        };
        let constant = word.constant();
        let names_descriptor =
            constant.as_ref().is_none_or(|text| text == "-" || text.bytes().all(|byte| byte.is_ascii_digit()));
        let one = match redirect.op {
            RedirectOp::Read => Redirect::read(fd(0), value),
            RedirectOp::Write => Redirect::write(fd(1), value),
            RedirectOp::Clobber => Redirect::clobber(fd(1), value),
            RedirectOp::Append => Redirect::append(fd(1), value),
            RedirectOp::ReadWrite => Redirect::read_write(fd(0), value),
            RedirectOp::DupIn | RedirectOp::DupOut if sh.bash() && constant.is_none() => {
                let default = i32::from(redirect.op == RedirectOp::DupOut);
                Redirect::copy(fd(default), value).shown(self.source.text(word.range))
            }
            RedirectOp::DupIn => Redirect::copy(fd(0), value),
            RedirectOp::DupOut if sh.bash() && redirect.fd.is_none() && !names_descriptor => {
                out.push(Redirect::write(1, value));
                Redirect::copy(2, "1")
            }
            RedirectOp::DupOut => Redirect::copy(fd(1), value),
            RedirectOp::Both | RedirectOp::BothAppend => {
                out.push(if redirect.op == RedirectOp::Both {
                    Redirect::write(1, value)
                } else {
                    Redirect::append(1, value)
                });
                Redirect::copy(2, "1")
            }
            RedirectOp::HereDoc | RedirectOp::HereString => Redirect::here(fd(0), crate::word![value, "\n"]),
        };
        out.push(one.named(redirect.fd_name.as_deref()));
        Ok(())
    }
}
