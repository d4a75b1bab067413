using System.Buffers.Binary;
using System.Text;

namespace HealthCode.Web.Spreadsheets;

/// <summary>复合文档 — reads the container format of .xls, encrypted workbooks and others: the entry names, and a stream by name (MS-CFB).</summary>
internal sealed class CompoundFile
{
    private const int SmallStream = 4096;
    private const int MostInHeader = 109;
    private readonly byte[] _file;
    private readonly int _sector;
    private readonly uint[] _next;
    private readonly Dictionary<string, (uint First, int Length)> _streams = [];
    private readonly (uint First, int Length) _root;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public CompoundFile(byte[] file)
    {
        _file = file;
        _sector = 1 << Math.Clamp((int)Short(30), 7, 16);
        _next = [.. AllocationSectors().SelectMany(sector => Enumerable.Range(0, _sector / 4).Select(i => Long(At(sector) + (i * 4))))];
        var directory = Chain(Long(48), _next, sector => _file.AsMemory(At(sector), _sector));
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var entry = directory.AsSpan(at, 128);
            var place = (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadInt32LittleEndian(entry[120..]));
            var name = Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 64)]);
            _root = entry[66] == 5 ? place : _root;
            if (name.Length > 0)
            {
                _streams.TryAdd(name, place);
            }
        }
    }

    /// <summary>Whether it has an entry of this name.</summary>
    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>The content of a stream; null if it does not exist.</summary>
    public byte[]? Stream(string name)
    {
        if (!_streams.TryGetValue(name, out var place))
        {
            return null;
        }

        if (place.Length >= SmallStream)
        {
            return Chain(place.First, _next, sector => _file.AsMemory(At(sector), _sector))[..place.Length];
        }

        // Small streams are stored in 64-byte mini sectors inside the root entry's stream.
        var small = Chain(_root.First, _next, sector => _file.AsMemory(At(sector), _sector));
        var links = Chain(Long(60), _next, sector => _file.AsMemory(At(sector), _sector));
        uint[] next = [.. Enumerable.Range(0, links.Length / 4).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(links.AsSpan(i * 4)))];
        return Chain(place.First, next, piece => small.AsMemory(checked((int)piece * 64), 64))[..place.Length];
    }

    /// <summary>FAT sector numbers: the first 109 are in the header, the others in a chain of DIFAT sectors.</summary>
    private IEnumerable<uint> AllocationSectors()
    {
        var count = Math.Min(Long(44), (uint)(_file.Length / _sector));
        var (table, perTable) = (Long(68), (_sector / 4) - 1);
        for (var i = 0; i < count; i++)
        {
            if (i < MostInHeader)
            {
                yield return Long(76 + (i * 4));
                continue;
            }

            var place = (i - MostInHeader) % perTable;
            table = i > MostInHeader && place == 0 ? Long(At(table) + (perTable * 4)) : table;
            yield return Long(At(table) + (place * 4));
        }
    }

    /// <summary>Reads a chain of sectors; throws if the chain is cyclic.</summary>
    private static byte[] Chain(uint first, uint[] next, Func<uint, ReadOnlyMemory<byte>> piece)
    {
        using var all = new MemoryStream();
        var links = 0;
        for (var at = first; at < next.Length; at = next[at])
        {
            if (links++ > next.Length)
            {
                throw new InvalidDataException("a chain without an end");
            }

            all.Write(piece(at).Span);
        }

        return all.ToArray();
    }

    private int At(uint sector) => checked((int)(sector + 1) * _sector);

    private ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private uint Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(at));
}
