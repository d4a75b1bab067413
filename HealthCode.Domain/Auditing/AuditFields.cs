using System.Buffers.Binary;
using System.Text;

namespace HealthCode.Domain.Auditing;

/// <summary>Texts as bytes for hashing: each with its length before it, so that no two rows of texts give the same bytes.</summary>
internal static class AuditFields
{
    /// <summary>A field that is null is not the same as an empty one.</summary>
    public static byte[] Join(params ReadOnlySpan<string?> fields)
    {
        var length = 0;
        foreach (var field in fields)
        {
            length += sizeof(int) + Encoding.UTF8.GetByteCount(field ?? "");
        }

        var bytes = new byte[length];
        var rest = bytes.AsSpan();
        foreach (var field in fields)
        {
            var written = Encoding.UTF8.GetBytes(field ?? "", rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, field is null ? -1 : written);
            rest = rest[(sizeof(int) + written)..];
        }

        return bytes;
    }
}
