namespace HealthCode.Web.Retention;

/// <summary>销毁的一部分 — a deletion step for data other than table rows. All registered steps run after the rows, in order of registration.</summary>
public interface IPurgeStep
{
    /// <summary>Code in the destruction record, at most 20 characters.</summary>
    string Code { get; }

    /// <summary>种类, display name.</summary>
    string Kind { get; }

    /// <summary>个, 份, 条.</summary>
    string Unit { get; }

    /// <summary>销毁方式.</summary>
    string How { get; }

    /// <summary>Whether it runs only for the last office on the server, because it affects all offices.</summary>
    bool OnlyForLastOffice { get; }

    /// <summary>Deletes what exists; can be repeated after an interruption.</summary>
    /// <param name="officeCode">The office.</param>
    /// <param name="isLast">Whether no other office keeps resident data on this server.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    /// <returns>Number of items deleted by this call.</returns>
    Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken);
}
