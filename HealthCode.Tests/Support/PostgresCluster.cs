using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace HealthCode.Tests.Support;

/// <summary>A private PostgreSQL cluster in a temporary folder, reached by a socket in it, so that two never meet on a port. Needs Debian's package <c>postgresql</c>; it takes two seconds.</summary>
public sealed class PostgresCluster : IDisposable
{
    private const string User = "healthcode";
    private const int MostConnections = 300;

    private readonly string _folder;
    private readonly bool _stays;
    private bool _killed;

    private PostgresCluster(string folder, bool stays = false) => (_folder, _stays) = (folder, stays);

    /// <summary>Starts a cluster, as a rule an empty one.</summary>
    /// <param name="durable">Whether a commit waits for the disk, as in an office; without it tests are faster, and a kill of the cluster loses data.</param>
    /// <param name="keptIn">Folder in which it stays when it is disposed, and from which it starts again with its data; a temporary one if null.</param>
    public static PostgresCluster Create(bool durable = false, string? keptIn = null)
    {
        var cluster = new PostgresCluster(keptIn is null ? NewFolder() : Owned(Directory.CreateDirectory(keptIn).FullName), keptIn is not null);
        if (Directory.Exists(cluster.Data))
        {
            cluster.Begin();
            return cluster;
        }

        Run("initdb", "--pgdata", cluster.Data, "--encoding=UTF8", "--locale=C", "--auth=trust", "--username=" + User, "--no-sync");
        File.AppendAllText(Path.Combine(cluster.Data, "postgresql.conf"), string.Create(
            CultureInfo.InvariantCulture,
            $"""

            listen_addresses = ''
            unix_socket_directories = '{cluster._folder}'
            max_connections = {MostConnections}
            shared_buffers = {(durable ? "2GB" : "128MB")}
            max_wal_size = {(durable ? "4GB" : "1GB")}
            effective_cache_size = {(durable ? "6GB" : "4GB")}
            fsync = {(durable ? "on" : "off")}
            full_page_writes = {(durable ? "on" : "off")}
            wal_level = replica
            log_min_messages = fatal

            """));
        cluster.Begin();
        return cluster;
    }

    /// <summary>Starts a standby server that follows this cluster by streaming.</summary>
    /// <param name="synchronous">Whether a commit here waits until the standby has written it, so that nothing acknowledged is lost with this cluster.</param>
    public PostgresCluster Standby(bool synchronous = false)
    {
        var standby = new PostgresCluster(NewFolder());
        Run("pg_basebackup", "--pgdata", standby.Data, "--host", _folder, "--username", User, "--write-recovery-conf", "--checkpoint=fast", "--no-sync");
        File.AppendAllText(Path.Combine(standby.Data, "postgresql.conf"), $"unix_socket_directories = '{standby._folder}'\n");
        standby.Begin();
        if (synchronous)
        {
            Execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
            Execute("SELECT pg_reload_conf()");
        }

        return standby;
    }

    /// <summary>Makes a standby the primary.</summary>
    public void Promote() => Execute("SELECT pg_promote()");

    /// <summary>Kills it without warning, as a power cut does.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        process.Kill();
        process.WaitForExit();
        _killed = true;
    }

    /// <summary>A cluster that somebody else has made and started, in the folder <c>data</c> of this folder.</summary>
    public static PostgresCluster Over(string folder) => new(folder);

    private string Data => Path.Combine(_folder, "data");

    /// <summary>A connection string of a database of this name.</summary>
    public string ConnectionString(string database) => $"Host={_folder};Username={User};Database={database}";

    /// <summary>A connection string of a database on whichever of the two is the primary.</summary>
    public string ConnectionString(string database, PostgresCluster standby) => $"Host={_folder},{standby._folder};Target Session Attributes=primary;Username={User};Database={database}";

    /// <summary>Whether there is a database of this name.</summary>
    public bool Has(string database)
    {
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=False");
        connection.Open();
        using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = @name", connection) { Parameters = { new("name", database) } };
        return command.ExecuteScalar() is not null;
    }

    /// <summary>Runs a statement outside of a transaction, in the cluster's own database.</summary>
    public void Execute(string statement) => Value(statement);

    /// <summary>Runs a statement in the cluster's own database; returns its first value, or null.</summary>
    public object? Value(string statement)
    {
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of tests, with names of databases that they made up.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public void Begin() => Run("pg_ctl", "start", "--pgdata", Data, "--wait", "--silent", "--log", Path.Combine(_folder, "log"));

    /// <summary>Stops it, cutting off all connections.</summary>
    public void End() => Run("pg_ctl", "stop", "--pgdata", Data, "--mode=fast", "--wait", "--silent");

    /// <summary>Where a program of PostgreSQL lies.</summary>
    public static string PathOf(string program) =>
        Directory.Exists("/usr/lib/postgresql") && Directory.EnumerateFiles("/usr/lib/postgresql", program, SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault() is { } debian ? debian : program;

    /// <summary>Whether PostgreSQL is installed here.</summary>
    public static bool IsInstalled => Directory.Exists("/usr/lib/postgresql") || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "initdb")));

    public void Dispose()
    {
        if (_stays)
        {
            End();
            return;
        }

        if (!_killed)
        {
            Run("pg_ctl", "stop", "--pgdata", Data, "--mode=immediate", "--silent");
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root; Debian has a user for it.</summary>
    private static bool IsRoot => Environment.UserName == "root";

    private static string NewFolder()
    {
        var folder = Owned(Directory.CreateTempSubdirectory("healthcode-pg-").FullName);
        if (!IsRoot || IsReached(folder))
        {
            return folder;
        }

        // The folder of a root's office is closed to everybody else.
        Directory.Delete(folder);
        var open = Path.Combine("/var/tmp", Path.GetFileName(folder));
        return Owned(Directory.CreateDirectory(open).FullName);
    }

    private static string Owned(string folder)
    {
        if (IsRoot)
        {
            Start("chown", "postgres", folder);
        }

        return folder;
    }

    private static bool IsReached(string folder)
    {
        using var process = Process.Start("runuser", ["--user", "postgres", "--", "test", "-w", folder]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static void Run(string program, params string[] arguments)
    {
        string[] command = [PathOf(program), .. arguments];
        if (IsRoot)
        {
            command = ["runuser", "--user", "postgres", "--", .. command];
        }

        Start(command[0], command[1..]);
    }

    private static void Start(string program, params string[] arguments)
    {
        // Its output is not read: a server that it starts would hold the pipe.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "cd / && exec \"$@\" >/dev/null </dev/null 2>&1", "sh", program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
