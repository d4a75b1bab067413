using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using HealthCode.Web.Foundation;
using Npgsql;

namespace HealthCode.Web.Data.Postgres;

/// <summary>pg_dump and pg_restore of PostgreSQL's client programs.</summary>
internal sealed class PostgresTools(NpgsqlConnectionStringBuilder database)
{
    /// <summary>How the names of restored copies begin.</summary>
    private string Copies => database.Database + "_check_";

    /// <summary>Dumps the database as it is at one moment. Not copied: the tables of the job library (what is due and done is in ours) and of what servers share for a while.</summary>
    /// <param name="file">The dump, in PostgreSQL's custom format.</param>
    public DatabaseCopy Copy(string file)
    {
        using var source = new PostgresDatabase(database.ToString());
        // The rows are counted in the snapshot that is dumped.
        source.Execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0");
        var snapshot = source.Texts("SELECT pg_export_snapshot()")[0];
        Run("pg_dump", database.Database!, "--format=custom", "--compress=1", "--no-owner", "--no-privileges", "--exclude-schema=shared", "--exclude-schema=hangfire", "--snapshot=" + snapshot, "--file=" + file);
        return DatabaseCopy.Of(source);
    }

    /// <summary>Restores a dump into a database of its own, which is dropped when closed; one that a killed program has left is dropped first.</summary>
    public PostgresDatabase OpenCopy(string file)
    {
        // Whoever has a copy holds the lock in shared mode: while somebody gets it alone, nobody has.
        var holder = new PostgresDatabase(database.ToString());
        var scratch = Copies + Guid.NewGuid().ToString("n");
        try
        {
            holder.Execute("SET lock_timeout = 0");
            if (holder.Texts($"SELECT pg_try_advisory_lock({PostgresWriteTransaction.CopyLock})::text")[0] == "true")
            {
                foreach (var left in holder.Texts($"SELECT datname FROM pg_database WHERE starts_with(datname, '{Copies}')"))
                {
                    Drop(left);
                }

                holder.Execute($"SELECT pg_advisory_unlock({PostgresWriteTransaction.CopyLock})");
            }

            holder.Execute($"SELECT pg_advisory_lock_shared({PostgresWriteTransaction.CopyLock})");
            Execute($"""CREATE DATABASE "{scratch}" TEMPLATE template0 ENCODING 'UTF8'""");
            Restore(file, scratch);
            return new(new NpgsqlConnectionStringBuilder(database.ToString()) { Database = scratch }.ToString(), Close);
        }
        catch
        {
            Close();
            throw;
        }

        void Close()
        {
            Drop(scratch);
            holder.Dispose();
        }
    }

    /// <summary>Restores a dump into a database that holds nothing yet.</summary>
    public void Restore(string file) => Restore(file, database.Database!);

    private void Restore(string file, string target) =>
        Run("pg_restore", target, "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", file);

    private void Drop(string name) => Execute($"""DROP DATABASE IF EXISTS "{name}" WITH (FORCE)""");

    private void Execute(string statement)
    {
        using var source = new PostgresDatabase(database.ToString());
        source.Execute(statement);
    }

    private void Run(string program, string target, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[.. arguments, "--dbname=" + target])
        {
            start.ArgumentList.Add(argument);
        }

        var hosts = PostgresSettings.HostsOf(database);
        start.Environment["PGHOST"] = string.Join(',', hosts.Select(each => each.Host));
        start.Environment["PGPORT"] = string.Join(',', hosts.Select(each => each.Port.ToString(CultureInfo.InvariantCulture)));
        start.Environment["PGTARGETSESSIONATTRS"] = hosts.Count > 1 ? "primary" : "any";
        start.Environment["PGUSER"] = database.Username;
        // Not on the command line, which every user of the machine can read.
        start.Environment["PGPASSWORD"] = database.Password;
        start.Environment["PGSSLMODE"] = database.SslMode.ToString().ToLowerInvariant() switch { "verifyca" => "verify-ca", "verifyfull" => "verify-full", var mode => mode };
        start.Environment["PGSSLROOTCERT"] = database.RootCertificate;
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new NpgsqlException($"{program} ended with {process.ExitCode}: {said}");
            }
        }
        catch (Win32Exception fault)
        {
            throw new CannotStartException(
                $"没有找到 {program}：请在这台机器上装 PostgreSQL 的客户端程序（Debian：postgresql-client），再试一次。",
                $"{program} was not found: install the client programs of PostgreSQL on this machine.",
                fault);
        }
    }
}
